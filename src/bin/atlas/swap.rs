//! [`Swap`]: a folder is made beside the one whose place it takes, so that this one is whole at every moment.

use std::ffi::OsStr;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, io};

/// How far it is. Held while one folder takes the place of the other, or is cleared away; who ends the program waits for it.
static STEP: Mutex<Step> = Mutex::new(Step::Before);

#[derive(Debug)]
enum Step {
    /// Nothing has been made yet, or what was made is cleared away.
    Before,
    /// This folder is being made.
    Making(PathBuf),
    /// The new folder stands.
    Placed,
}

fn step() -> MutexGuard<'static, Step> {
    STEP.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder that is being made, and the one whose place it will take.
#[derive(Debug)]
pub struct Swap {
    out: PathBuf,
    new: PathBuf,
    old: PathBuf,
    /// Held for as long as the folder is being made: another build keeps its hands off. The system gives it up with the
    /// program, however that ends.
    _held: Option<File>,
}

impl Swap {
    /// Makes room beside `out`, of which nothing changes. What an interrupted build has left there is cleared away.
    ///
    /// # Errors
    /// When `out` is something else than a folder, no folder can be made beside it, or another build is making one there.
    pub fn beside(out: &Path) -> Result<Self, String> {
        let at = |path: &Path| {
            let path = path.display().to_string();
            move |error: io::Error| format!("{path}: {error}; nothing was built")
        };
        if out.exists() && !out.is_dir() {
            return Err(format!("{} is a file; give a folder", out.display()));
        }
        let folder = out.parent().unwrap_or(out);
        // Where a link stands, what it leads to is replaced, and the link stays.
        let out = if out.exists() {
            out.canonicalize().map_err(at(out))?
        } else {
            fs::create_dir_all(folder).map_err(at(folder))?;
            out.to_owned()
        };
        let (Some(folder), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(format!("{} has no folder around it, in which a bundle could be made", out.display()));
        };
        if is_mounted(&out, folder) {
            return Err(format!("{} is mounted and cannot be replaced; give a folder in it", out.display()));
        }
        let (new, old) = (beside(folder, name, ".new"), beside(folder, name, ".old"));
        if let Some(Err(TryLockError::WouldBlock)) = hold(&new).map(|folder| folder.try_lock()) {
            return Err(format!("another build is making {}; wait until it has ended", out.display()));
        }
        // Interrupted between the two steps of `put`.
        if old.is_dir() && !out.exists() {
            fs::rename(&old, &out).map_err(at(&out))?;
        }
        for leftover in [&new, &old] {
            if leftover.exists() {
                fs::remove_dir_all(leftover).map_err(at(leftover))?;
            }
        }
        *step() = Step::Making(new.clone());
        fs::create_dir(&new).map_err(|error| {
            format!(
                "{} cannot be written ({error}): a bundle is made there and then put in its place",
                folder.display()
            )
        })?;
        let held = hold(&new).filter(|folder| folder.try_lock().is_ok());
        Ok(Self { out, new, old, _held: held })
    }

    /// Where to make the folder.
    pub fn folder(&self) -> &Path {
        &self.new
    }

    /// Puts what was made in its place.
    ///
    /// # Errors
    /// When that cannot be done; the earlier folder then stands where it stood.
    pub fn put(self) -> Result<(), String> {
        let mut step = step();
        let Self { out, new, old, .. } = &self;
        let failed = |error: io::Error| format!("{} could not be replaced: {error}", out.display());
        let stood = out.exists();
        if stood {
            fs::rename(out, old).map_err(failed)?;
        }
        if let Err(error) = fs::rename(new, out) {
            if stood {
                let _ = fs::rename(old, out);
            }
            return Err(failed(error));
        }
        *step = Step::Placed;
        // The new folder stands; what cannot be cleared away now is cleared away by the next build.
        let _ = fs::remove_dir_all(old);
        Ok(())
    }
}

/// What was made and not put in its place is cleared away.
impl Drop for Swap {
    fn drop(&mut self) {
        let mut step = step();
        let _ = fs::remove_dir_all(&self.new);
        if let Step::Making(_) = *step {
            *step = Step::Before;
        }
    }
}

/// Ends the program, and leaves nothing of what is being made; `before` ends whoever makes it. Where the new folder stands
/// already it is too late for that: then the program goes on to its end, which is near.
pub fn stop(code: i32, before: impl FnOnce()) {
    // Held to the last: the thread that makes the folder, and clears it away when it fails, waits there and says nothing.
    let step = step();
    let made = match &*step {
        Step::Placed => return,
        Step::Making(folder) => Some(folder),
        Step::Before => None,
    };
    before();
    if let Some(folder) = made {
        let _ = fs::remove_dir_all(folder);
    }
    std::process::exit(code)
}

fn beside(folder: &Path, name: &OsStr, ending: &str) -> PathBuf {
    let mut hidden = OsStr::new(".").to_owned();
    hidden.push(name);
    hidden.push(ending);
    folder.join(hidden)
}

/// The folder as something that can be held; `None` where it does not stand, or the system holds files alone.
fn hold(folder: &Path) -> Option<File> {
    File::open(folder).ok()
}

/// The folder is the root of a file system of its own, which cannot be moved.
#[cfg(unix)]
fn is_mounted(folder: &Path, around: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| path.metadata().ok().map(|it| it.dev());
    folder.exists() && device(folder) != device(around)
}

#[cfg(not(unix))]
fn is_mounted(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new folder for one test.
    fn room(name: &str) -> PathBuf {
        let room = std::env::temp_dir().join(format!("atlas-swap-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&room);
        fs::create_dir_all(&room).unwrap();
        room.canonicalize().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_new_takes_the_place_of_the_old_whole() {
        let room = room("put");
        let out = room.join("a/dist");
        for page in ["one.html", "two.html"] {
            let swap = Swap::beside(&out).unwrap();
            fs::write(swap.folder().join(page), page).unwrap();
            swap.put().unwrap();
            assert_eq!(names(&out), [page]);
            assert_eq!(names(&room.join("a")), ["dist"]);
        }
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn what_fails_leaves_the_earlier_as_it_was() {
        let room = room("fail");
        let out = room.join("dist");
        fs::create_dir(&out).unwrap();
        fs::write(out.join("index.html"), "earlier").unwrap();
        let swap = Swap::beside(&out).unwrap();
        fs::write(swap.folder().join("index.html"), "half").unwrap();
        drop(swap);
        assert_eq!(names(&room), ["dist"]);
        // The made folder has vanished: the earlier one comes back.
        let swap = Swap::beside(&out).unwrap();
        fs::remove_dir_all(swap.folder()).unwrap();
        assert!(swap.put().unwrap_err().contains("could not be replaced"));
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "earlier");
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn what_an_interrupted_build_has_left_is_mended() {
        let room = room("interrupted");
        for leftover in [".dist.new", ".dist.old"] {
            fs::create_dir(room.join(leftover)).unwrap();
            fs::write(room.join(leftover).join("index.html"), leftover).unwrap();
        }
        let swap = Swap::beside(&room.join("dist")).unwrap();
        assert_eq!(names(swap.folder()), [""; 0]);
        assert_eq!(fs::read_to_string(room.join("dist/index.html")).unwrap(), ".dist.old");
        drop(swap);
        assert_eq!(names(&room), ["dist"]);
        fs::remove_dir_all(room).unwrap();
    }

    /// Each cleared away what the other was making, and both failed.
    #[cfg(unix)]
    #[test]
    fn of_two_builds_of_one_folder_the_second_says_so_and_the_first_goes_on() {
        let room = room("two");
        let first = Swap::beside(&room.join("dist")).unwrap();
        fs::write(first.folder().join("index.html"), "first").unwrap();
        assert!(Swap::beside(&room.join("dist")).unwrap_err().contains("another build is making"));
        let elsewhere = Swap::beside(&room.join("other")).unwrap();
        first.put().unwrap();
        assert_eq!(fs::read_to_string(room.join("dist/index.html")).unwrap(), "first");
        drop(elsewhere);
        // The next finds the room free.
        drop(Swap::beside(&room.join("dist")).unwrap());
        assert_eq!(names(&room), ["dist"]);
        fs::remove_dir_all(room).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let room = room("link");
        fs::create_dir(room.join("site")).unwrap();
        std::os::unix::fs::symlink("site", room.join("dist")).unwrap();
        let swap = Swap::beside(&room.join("dist")).unwrap();
        fs::write(swap.folder().join("index.html"), "new").unwrap();
        swap.put().unwrap();
        assert!(room.join("dist").is_symlink() && room.join("site/index.html").is_file());
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn where_nothing_can_be_made_one_sentence_says_so() {
        let room = room("refused");
        fs::write(room.join("file"), "").unwrap();
        assert!(Swap::beside(&room.join("file")).unwrap_err().ends_with("is a file; give a folder"));
        assert!(Swap::beside(&room.join("file/dist")).unwrap_err().contains("nothing was built"));
        assert!(Swap::beside(Path::new("/")).unwrap_err().contains("has no folder around it"));
        fs::remove_dir_all(room).unwrap();
    }

    /// Nobody makes files there, not even root, whom a read-only folder would let pass.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let why = Swap::beside(Path::new("/proc/self/dist")).unwrap_err();
        assert!(why.contains("cannot be written") && !why.contains('\n'), "{why}");
        assert!(Swap::beside(Path::new("/proc")).unwrap_err().contains("is mounted"));
    }
}
