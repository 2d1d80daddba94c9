//! [`Sent`]: the body of an answer, which may break off.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The bytes of an answer.
pub struct Sent {
    /// Those that are still to be sent.
    bytes: Option<Bytes>,
    /// After them nothing comes, and no end either.
    stalls: bool,
}

impl Sent {
    /// All of them.
    pub fn whole(bytes: Vec<u8>) -> Self {
        Self { bytes: Some(bytes.into()), stalls: false }
    }

    /// Nine tenths of them, and then nothing for ever.
    pub fn stalled(mut bytes: Vec<u8>) -> Self {
        bytes.truncate(bytes.len() * 9 / 10);
        Self { bytes: Some(bytes.into()), stalls: true }
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.bytes.take() {
            Some(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            None if self.stalls => Poll::Pending,
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && !self.stalls
    }

    fn size_hint(&self) -> SizeHint {
        if self.stalls {
            return SizeHint::default();
        }
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |it| it.len() as u64))
    }
}
