//! A Trunk that compiles nothing: it puts there what Trunk has made before, out of a finished bundle, and then has the
//! pages written by the real prerenderer, as Trunk does. So `cargo atlas build` takes seconds, to be looked at from outside.

// Each of the tests uses a part of it.
#![allow(dead_code)]

use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Which program the bundle gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The one of the finished bundle, byte for byte.
    Same,
    /// One that does the same, of other bytes, under other names: that of another release.
    Other,
}

/// Makes such a Trunk in a folder of its own. `bundle` is made for the root of a host. Returns the path variable on which
/// it comes first.
pub fn on_path(bundle: &Path, program: Program, room: &Path) -> OsString {
    let (staged, tools) = (room.join("staged"), room.join("tools"));
    for folder in [&staged, &tools] {
        fs::create_dir_all(folder).unwrap();
    }
    stage(bundle, program, &staged);
    let script = format!(
        "#!/bin/sh\n\
         if [ \"$1\" = --version ]; then echo trunk 0.21.99; exit; fi\n\
         # The folder is the last word that Trunk is told.\n\
         for out; do :; done\n\
         cp -R '{}/.' \"$out\" && TRUNK_STAGING_DIR=\"$out\" cargo prerender\n",
        staged.display()
    );
    fs::write(tools.join("trunk"), script).unwrap();
    fs::set_permissions(tools.join("trunk"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths([tools].into_iter().chain(env::split_paths(&path))).unwrap()
}

/// What Trunk leaves for the prerenderer.
fn stage(bundle: &Path, program: Program, staged: &Path) {
    let (client, export) = (script(bundle, "client-"), script(bundle, "export-"));
    let wasm = |name: &str| read(&bundle.join(format!("{name}_bg.wasm")));
    let (mut name, mut files) = (client.clone(), [read(&bundle.join(format!("{client}.js"))), wasm(&client)]);
    let text = String::from_utf8(read(&bundle.join(format!("{export}.js")))).unwrap();
    // The script of the module names its WebAssembly by a hash of its own.
    let at = text.find("new URL('export-").unwrap() + "new URL('".len();
    let of_module = text[at..].split('\'').next().unwrap();
    let mut module = [text.replace(of_module, "export_bg.wasm").into_bytes(), read(&bundle.join(of_module))];
    if program == Program::Other {
        name = other(&name);
        for [script, wasm] in [&mut files, &mut module] {
            script.extend(b"// another release\n");
            // A section that every reader of WebAssembly passes over: its kind, its size, the size of its name, its name.
            wasm.extend([0, 6, 5]);
            wasm.extend(b"other");
        }
    }
    for (name, [script, wasm]) in [(name.as_str(), files), ("export", module)] {
        fs::write(staged.join(format!("{name}.js")), script).unwrap();
        fs::write(staged.join(format!("{name}_bg.wasm")), wasm).unwrap();
    }
    let page = fs::read_to_string("src/index.html").unwrap();
    let start = format!(
        "<script type=\"module\">import init from '/{name}.js'; \
         await init({{ module_or_path: '/{name}_bg.wasm' }});</script>\n"
    );
    let kept: String =
        page.lines().filter(|line| !line.contains("data-trunk")).map(|line| format!("{line}\n")).collect();
    fs::write(staged.join("index.html"), kept.replace("</head>", &format!("{start}</head>"))).unwrap();
}

/// The name, without its ending, of the one script at the root of a bundle that begins so.
pub fn script(bundle: &Path, begins: &str) -> String {
    let names = fs::read_dir(bundle).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found: Vec<String> = names
        .filter(|name| name.starts_with(begins))
        .filter_map(|name| name.strip_suffix(".js").map(str::to_owned))
        .collect();
    assert_eq!(found.len(), 1, "{begins}…: {found:?}");
    found[0].clone()
}

/// A name with another hash: every digit is the next one.
fn other(name: &str) -> String {
    let (word, hash) = name.split_once('-').unwrap();
    let next = |digit: char| char::from_digit((digit.to_digit(16).unwrap() + 1) % 16, 16).unwrap();
    format!("{word}-{}", hash.chars().map(next).collect::<String>())
}

fn read(file: &Path) -> Vec<u8> {
    fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A folder of a test, removed at its end.
pub struct Room(pub PathBuf);

impl Room {
    /// A new one.
    pub fn new(name: &str) -> Self {
        let room = env::temp_dir().join(format!("atlas-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&room);
        fs::create_dir_all(&room).unwrap();
        Self(room.canonicalize().unwrap())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
