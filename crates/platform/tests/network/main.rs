//! The client behind proxies, certificates and networks that are in the way, and what its doctor says of them.

mod common;
mod doctor;
mod encrypted;
mod facts;
mod hops;
mod proxy;
mod redirects;
