//! `hosting/nginx.conf`.

use super::{ASK, FOR_EVER, HASHED, HTTPS, KINDS, Kind, in_languages, lines, mimes};

/// For nginx, at the level of `http`. The names of its variables hold the base: two bundles may stand on one host.
pub fn nginx(base: &str) -> String {
    let own = |name: &str| format!("$atlas{}_{name}", base.replace(|c: char| !c.is_ascii_alphanumeric(), "_"));
    let (caching, not_found) = (own("caching"), own("not_found"));
    let languages: String = in_languages(base).map(|below| format!("    \"~^{below}/\" {below}/404.html;\n")).collect();
    let types: String = KINDS.iter().map(|kind| format!("        {} {};\n", kind.mime, kind.ending)).collect();
    let html = |kind: &Kind| kind.ending == "html";
    let texts = mimes(|kind| kind.text && !html(kind)).join(" ");
    // HTML is always among them.
    let packs = mimes(|kind| !kind.packed && !html(kind)).join(" ");
    let redirect = if base.is_empty() {
        String::new()
    } else {
        format!(
            "    # The rest of the host is yours.\n    location / {{\n        return 404;\n    }}\n\
             \x20   location = {base} {{\n        return 301 {base}/$is_args$args;\n    }}\n"
        )
    };
    let headers = lines("    add_header ", " always;");
    format!(
        "# For nginx: this file among those that it includes at the level of `http`, such as /etc/nginx/conf.d/atlas.conf,\n\
         # with your own name and your own folder.\n{HTTPS}\n\
         map $uri {caching} {{\n    default \"{ASK}\";\n    \"~^{base}/(data/)?{HASHED}$\" \"{FOR_EVER}\";\n}}\n\n\
         map $uri {not_found} {{\n    default {base}/404.html;\n{languages}}}\n\n\
         server {{\n    listen 80;\n    listen [::]:80;\n    server_name example.org;\n\
         \x20   # Behind whatever ends https, an address that nginx makes would have the wrong beginning.\n\
         \x20   absolute_redirect off;\n\
         \x20   # Brotli saves another quarter, where its module is there: `brotli on; brotli_types` and the same kinds.\n\
         \x20   gzip on;\n    gzip_vary on;\n    gzip_comp_level 6;\n    gzip_types {packs};\n\
         \x20   charset utf-8;\n    charset_types {texts};\n\
         \x20   default_type application/octet-stream;\n    types {{\n{types}    }}\n\
         {headers}    add_header Cache-Control {caching} always;\n{redirect}\
         \x20   location {base}/ {{\n        alias /var/www/atlas/;\n        index index.html;\n\
         \x20       error_page 404 {not_found};\n\
         \x20       # A folder without a page of its own.\n        error_page 403 =404 {not_found};\n    }}\n}}\n"
    )
}
