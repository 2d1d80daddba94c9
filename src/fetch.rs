//! The only file that uses the network.

use gloo_net::http::Request;
use std::fmt;

/// Why a file could not be had.
#[derive(Debug)]
pub enum LoadError {
    /// The request did not come through, or its answer did not arrive whole.
    Network(String),
    /// The host answered with a status that is not a success.
    Status(u16),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(why) => write!(f, "the request failed: {why}"),
            Self::Status(code) => write!(f, "the host answered {code}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// The bytes at an address on this host.
///
/// # Errors
/// When the request fails or the host answers with anything but a success.
pub async fn bytes(url: &str) -> Result<Vec<u8>, LoadError> {
    let network = |error: gloo_net::Error| LoadError::Network(error.to_string());
    let response = Request::get(url).send().await.map_err(network)?;
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    response.binary().await.map_err(network)
}
