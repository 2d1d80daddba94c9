//! `hosting/Caddyfile`.

use super::{ASK, FOR_EVER, HASHED, HTTPS, KINDS, Kind, in_languages, lines, mimes};

/// For Caddy, as a site of its own.
pub fn caddy(base: &str) -> String {
    let types: String = KINDS
        .iter()
        .map(|kind| {
            let Kind { ending, .. } = kind;
            format!("\t@{ending} path *.{ending}\n\theader @{ending} Content-Type \"{}\"\n", kind.content_type())
        })
        .collect();
    let headers = lines("\t\t", "");
    let packs: String =
        mimes(|kind| !kind.packed).iter().map(|mime| format!("\t\t\theader Content-Type {mime}*\n")).collect();
    let serve = if base.is_empty() {
        "\tfile_server\n".to_owned()
    } else {
        format!(
            "\t@asked {{\n\t\tpath {base}\n\t\texpression {{query}} != \"\"\n\t}}\n\
             \tredir @asked {base}/?{{query}} permanent\n\tredir {base} {base}/ permanent\n\
             \thandle_path {base}/* {{\n\t\tfile_server\n\t}}\n\thandle {{\n\t\terror 404\n\t}}\n"
        )
    };
    // The 404 page is its own answer, whatever was asked for.
    let html = KINDS[0].content_type();
    let page = |prefix: &str| {
        format!(
            "\t\t\trewrite * {prefix}/404.html\n\t\t\tfile_server {{\n\t\t\t\tstatus {{err.status_code}}\n\t\t\t}}\n\t\t}}\n"
        )
    };
    let language = |(at, below): (usize, String)| {
        let asked = format!("{{http.request.orig_uri.path}}.startsWith(\"{below}/\")");
        format!("\t\t@language{at} expression {asked}\n\t\thandle @language{at} {{\n{}", page(&below[base.len()..]))
    };
    let languages: String = in_languages(base).enumerate().map(language).collect();
    format!(
        "# For Caddy: a Caddyfile of its own, or this block in yours, with your own name and your own folder.\n{HTTPS}\n\
         example.org {{\n\troot * /var/www/atlas\n\tencode zstd gzip {{\n\t\tmatch {{\n{packs}\t\t}}\n\t}}\n\
         \theader {{\n{headers}\t}}\n\
         \t@hashed path_regexp ^{base}/(data/)?{HASHED}$\n\t@other not path_regexp ^{base}/(data/)?{HASHED}$\n\
         \theader @hashed Cache-Control \"{FOR_EVER}\"\n\theader @other Cache-Control \"{ASK}\"\n{types}{serve}\
         \thandle_errors {{\n\t\theader Content-Type \"{html}\"\n\t\theader Cache-Control \"{ASK}\"\n\
         {languages}\t\thandle {{\n{}\t}}\n}}\n",
        page("")
    )
}
