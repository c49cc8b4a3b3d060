//! The system's clipboard. What is copied goes there from Rust; the page neither writes nor reads it.

use rollcall_app::CopiedTexts;
use rollcall_app::contract::{AppError, CopiedPeople, ErrorCode, phrase};
use std::sync::{Arc, Mutex, PoisonError};

/// The clipboard, opened when it is first needed. It stays open: on X11 what was copied is handed out by whoever copied
/// it, for as long as that lives. It does so on a thread and a connection of its own, apart from the window's main loop.
#[derive(Clone, Default)]
pub(crate) struct Clipboard(Arc<Mutex<Option<arboard::Clipboard>>>);

impl Clipboard {
    /// Lays texts on it, and says what they are.
    pub(crate) async fn take(&self, copied: (CopiedPeople, CopiedTexts)) -> Result<CopiedPeople, AppError> {
        let (people, texts) = copied;
        let held = self.clone();
        // The system may keep whoever copies waiting: never the thread that serves the window.
        let laid = tokio::task::spawn_blocking(move || held.lay(texts)).await;
        told(laid).map(|()| people)
    }

    /// Lays a picture on it, given as the bytes of a PNG.
    pub(crate) async fn take_picture(&self, png: Vec<u8>) -> Result<(), AppError> {
        let held = self.clone();
        let picture = image::load_from_memory_with_format(&png, image::ImageFormat::Png)
            .map_err(|problem| no_picture().with_detail(problem.to_string()))?
            .into_rgba8();
        told(tokio::task::spawn_blocking(move || held.lay_picture(picture)).await)
    }

    fn lay_picture(&self, picture: image::RgbaImage) -> Result<(), arboard::Error> {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let image = arboard::ImageData { width, height, bytes: picture.into_raw().into() };
        self.with(|clipboard| clipboard.set_image(image))
    }

    fn lay(&self, texts: CopiedTexts) -> Result<(), arboard::Error> {
        self.with(|clipboard| match texts.table {
            Some(table) => clipboard.set().html(table, Some(texts.lines)),
            None => clipboard.set().text(texts.lines),
        })
    }

    fn with(
        &self,
        lay: impl FnOnce(&mut arboard::Clipboard) -> Result<(), arboard::Error>,
    ) -> Result<(), arboard::Error> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match held.take() {
            Some(open) => held.insert(open),
            None => held.insert(arboard::Clipboard::new()?),
        };
        lay(clipboard)
    }
}

/// What became of a task that laid something on the clipboard.
fn told<E>(laid: Result<Result<(), arboard::Error>, E>) -> Result<(), AppError> {
    match laid {
        Ok(Ok(())) => Ok(()),
        Ok(Err(problem)) => Err(refused().with_detail(problem.to_string())),
        Err(_) => Err(refused()),
    }
}

fn no_picture() -> AppError {
    AppError::new(ErrorCode::BadRequest, phrase!("That is no picture, so nothing was copied."))
}

fn refused() -> AppError {
    AppError::new(
        ErrorCode::Internal,
        phrase!(
            "The system's clipboard can't be used right now. Nothing was copied; try again, or choose Export."
        ),
    )
}
