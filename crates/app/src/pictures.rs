//! Pictures that the page drew, as files.

use crate::contract::{AppError, ErrorCode};
use crate::runs::{ReportFile, file_safe};
use rollcall_core::phrase;

/// What each PNG begins with (PNG specification, third edition, 5.2).
const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// A file with a picture, called so.
///
/// # Errors
/// [`ErrorCode::BadRequest`] where the bytes are no PNG: the page writes pictures, and nothing else.
pub fn picture_file(name: &str, png: Vec<u8>) -> Result<ReportFile, AppError> {
    if !png.starts_with(&SIGNATURE) {
        return Err(AppError::new(
            ErrorCode::BadRequest,
            phrase!("That is no picture, so nothing was written."),
        ));
    }
    Ok(ReportFile::new(format!("{}.png", file_safe(name.strip_suffix(".png").unwrap_or(name))), png))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_png_and_its_name_leads_nowhere_else() {
        let made =
            picture_file("../People by role.png", [&SIGNATURE[..], b"rest"].concat()).expect("a picture");
        assert_eq!(made.name, "..-People by role.png");
        let refused = picture_file("x", b"#!/bin/sh".to_vec()).map(|file| file.name).expect_err("no picture");
        assert_eq!(refused.code, ErrorCode::BadRequest);
    }
}
