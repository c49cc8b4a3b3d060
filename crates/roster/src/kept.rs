//! What was worked out once and is used again.

use crate::RosterError;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One thing that is worked out when it is first asked for. Who asks meanwhile waits for it.
#[derive(Debug)]
pub(crate) struct Kept<T>(Mutex<Option<Arc<T>>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Kept<T> {
    pub(crate) fn get(&self, make: impl FnOnce() -> Result<T, RosterError>) -> Result<Arc<T>, RosterError> {
        let mut kept = lock(&self.0);
        if let Some(kept) = kept.as_ref() {
            return Ok(Arc::clone(kept));
        }
        let made = Arc::new(make()?);
        Ok(Arc::clone(kept.insert(made)))
    }
}

/// The last few answers to questions of one kind.
#[derive(Debug)]
pub(crate) struct Answers<Q, A> {
    at_most: usize,
    /// Used last at the end.
    answers: Mutex<Vec<(Q, Arc<A>)>>,
}

impl<Q: PartialEq, A> Answers<Q, A> {
    pub(crate) fn new(at_most: usize) -> Self {
        Self { at_most, answers: Mutex::default() }
    }

    pub(crate) fn get(
        &self,
        question: Q,
        answer: impl FnOnce(&Q) -> Result<A, RosterError>,
    ) -> Result<Arc<A>, RosterError> {
        if let Some(known) = self.known(&question) {
            return Ok(known);
        }
        // Not locked meanwhile: a slow answer holds up no quick one.
        let answer = Arc::new(answer(&question)?);
        let mut answers = lock(&self.answers);
        if answers.len() >= self.at_most {
            answers.remove(0);
        }
        answers.push((question, Arc::clone(&answer)));
        Ok(answer)
    }

    fn known(&self, question: &Q) -> Option<Arc<A>> {
        let mut answers = lock(&self.answers);
        let at = answers.iter().position(|(asked, _)| asked == question)?;
        let known = answers.remove(at);
        let answer = Arc::clone(&known.1);
        answers.push(known);
        Some(answer)
    }
}

// Nothing that is guarded is left half-changed by a panic.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_that_was_not_asked_for_the_longest_is_forgotten() {
        let answers = Answers::new(2);
        let mut worked = Vec::new();
        for question in [1, 2, 1, 3, 1, 2] {
            let answer = answers.get(question, |asked| {
                worked.push(*asked);
                Ok(asked * 10)
            });
            assert_eq!(*answer.expect("an answer"), question * 10);
        }
        assert_eq!(worked, [1, 2, 3, 2]);
    }
}
