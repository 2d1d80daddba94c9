//! [`Piece`]: a view without its type.
//!
//! Each type of view that is put into a list, an option or a branch adds a kilobyte to what travels to the visitor.
//! Every `view!` of this site therefore ends in `.piece()`, and lists are lists of pieces.

use leptos::prelude::*;

/// What `view!` makes.
pub trait Piece {
    /// The same view, without its type.
    fn piece(self) -> AnyView;
}

impl<T: IntoAny> Piece for View<T> {
    fn piece(self) -> AnyView {
        self.into_inner().into_any()
    }
}
