//! Everything that the endpoints share.

use crate::SandboxError;
use crate::dealt::Dealer;
use crate::faults::FaultPlan;
use crate::register::Register;
use crate::state::Identity;
use crate::token::Tokens;
use crate::truth::{GroundTruth, Record};
use crate::world::World;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One running sample platform.
pub(crate) struct Site {
    pub world: Arc<World>,
    pub identity: Identity,
    pub tokens: Tokens,
    register: Mutex<Register>,
    dealer: Mutex<Dealer>,
    record: Mutex<Record>,
}

impl Site {
    pub(crate) fn new(world: Arc<World>, identity: Identity, register: Register, plan: FaultPlan) -> Self {
        let tokens = Tokens::new(&identity);
        let (register, dealer) = (Mutex::new(register), Mutex::new(Dealer::new(plan)));
        Self { world, identity, tokens, register, dealer, record: Mutex::default() }
    }

    pub(crate) fn register(&self) -> MutexGuard<'_, Register> {
        held(&self.register)
    }

    pub(crate) fn dealer(&self) -> MutexGuard<'_, Dealer> {
        held(&self.dealer)
    }

    pub(crate) fn record(&self) -> MutexGuard<'_, Record> {
        held(&self.record)
    }

    pub(crate) fn set_faults(&self, plan: FaultPlan) {
        *self.dealer() = Dealer::new(plan);
    }

    pub(crate) fn ground_truth(&self) -> Result<GroundTruth, SandboxError> {
        let mut register = self.register();
        register.refresh()?;
        Ok(self.record().with(register.effects()))
    }
}

/// A panic in one request must not silence all later ones; each of these values is whole between statements.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
