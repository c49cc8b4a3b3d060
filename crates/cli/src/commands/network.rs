//! The way through the network, as the arguments say.

use crate::args::NetworkArgs;
use crate::failure::Failure;
use rollcall_app::authority_file;
use rollcall_app::contract::{Network, Proxy};
use std::io::Read;
use std::path::Path;

/// A file that somebody gives for this holds a few certificates.
const MOST_BYTES: u64 = 4 << 20;

/// The network of a new connection.
pub fn chosen(args: &NetworkArgs) -> Result<Network, Failure> {
    let proxy = match args.proxy.as_deref() {
        None => Proxy::System,
        Some(word) if word.eq_ignore_ascii_case("none") => Proxy::None,
        Some(url) => Proxy::Manual { url: url.to_owned(), user: args.proxy_user.clone() },
    };
    if args.proxy_user.is_some() && !matches!(proxy, Proxy::Manual { .. }) {
        return Err(Failure::usage("--proxy-user belongs to a proxy: give its address with --proxy."));
    }
    let authorities = args.authority.iter().map(|path| pem_of(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(Network { proxy, extra_authorities: (!authorities.is_empty()).then(|| authorities.concat()) })
}

/// Whether there is a password to be given for a connection's proxy.
pub fn asks_who_is_there(network: &Network) -> bool {
    matches!(&network.proxy, Proxy::Manual { user: Some(user), .. } if !user.trim().is_empty())
}

fn pem_of(path: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(
        |problem| Failure::usage(format!("The certificates {} can't be read: {problem}.", path.display())),
    )?;
    Ok(authority_file(&bytes)?.pem)
}
