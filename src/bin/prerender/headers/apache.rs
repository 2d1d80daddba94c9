//! `hosting/apache.conf`.

use super::{APACHE, ASK, FOR_EVER, HASHED, HTTPS, KINDS, endings, in_languages, lines, mimes};
use std::collections::BTreeSet;

/// The folders that have no page of their own, those of the files for hosts included.
pub fn without_page(files: &[String]) -> BTreeSet<&str> {
    let paths = files.iter().map(String::as_str).chain([APACHE]);
    let folders = paths.flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end]));
    let with_page: BTreeSet<_> = files.iter().filter_map(|path| path.strip_suffix("/index.html")).collect();
    folders.filter(|folder| !with_page.contains(folder)).collect()
}

/// For Apache, in a folder.
///
/// Folders without a page are named one by one: `Options -Indexes` would keep Apache from listing what is in them, but
/// where `AllowOverride` lacks `Options` it turns every answer into an error, and a page that stands in for the list
/// comes with 200.
pub fn apache(base: &str, files: &[String]) -> String {
    let types: String = KINDS.iter().map(|kind| format!("AddType {} .{}\n", kind.mime, kind.ending)).collect();
    let (headers, texts) = (lines("    Header always set ", ""), endings(".", |kind| kind.text));
    let packs = mimes(|kind| !kind.packed).join(" ");
    let folders = without_page(files).into_iter().collect::<Vec<_>>().join("|");
    let language = |below: String| {
        let prefix = below[base.len()..].trim_start_matches('/');
        format!("    SetEnvIf Request_URI \"^{below}/\" ATLAS_LANGUAGE={prefix}/\n")
    };
    let languages: String = in_languages(base).map(language).collect();
    // What does not begin with a slash is a text to Apache.
    let page = format!("{base}/%{{reqenv:ATLAS_LANGUAGE}}404.html");
    format!(
        "# For Apache: this file as .htaccess beside index.html (`AllowOverride FileInfo Indexes`, which Debian does not give by\n\
         # itself: without it nothing here is read), or in its own <Directory>. The headers need mod_headers\n\
         # (`a2enmod headers`).\n{HTTPS}\n\
         DirectoryIndex index.html\n<IfModule mod_setenvif.c>\n{languages}</IfModule>\n\
         ErrorDocument 404 {page}\nErrorDocument 403 {page}\n\n\
         # Folders without a page of their own.\n<IfModule mod_alias.c>\n\
         \x20   RedirectMatch 404 \"^{base}/({folders})/$\"\n</IfModule>\n\n{types}AddCharset utf-8 {texts}\n\n\
         <IfModule mod_filter.c>\n    <IfModule mod_brotli.c>\n        AddOutputFilterByType BROTLI_COMPRESS {packs}\n\
         \x20   </IfModule>\n    <IfModule mod_deflate.c>\n        AddOutputFilterByType DEFLATE {packs}\n    </IfModule>\n\
         </IfModule>\n\n\
         <IfModule mod_headers.c>\n\
         \x20   # Apache gives what it has packed a mark of its own, and does not know it again when it is asked about.\n\
         \x20   RequestHeader edit If-None-Match '^(W/)?\"((.*)-(gzip|br))\"$' '$1\"$2\", $1\"$3\"'\n\
         {headers}    Header always set Cache-Control \"{ASK}\"\n\
         \x20   <FilesMatch \"^{HASHED}$\">\n        Header always set Cache-Control \"{FOR_EVER}\"\n    </FilesMatch>\n\
         </IfModule>\n"
    )
}
