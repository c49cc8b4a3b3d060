//! Starts and stops the sample platform.

use crate::faults::FaultPlan;
use crate::line::{Doors, Line};
use crate::people::{Crowd, WRITTEN};
use crate::register::Register;
use crate::site::Site;
use crate::state::{Identity, Journal};
use crate::truth::GroundTruth;
use crate::world::World;
use crate::{SandboxError, control, gateway, invite, lists, openapi, token};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How long the token of [`Info`] lives, in seconds: a day.
const PASTED_TOKEN: u32 = 86_400;
const DAY: i64 = 86_400;

/// How to start the sample platform.
#[derive(Clone, Debug)]
pub struct Options {
    /// Port on 127.0.0.1; a free one when `None`.
    pub port: Option<u16>,
    /// Generated people beside the 13 fixed ones. They are computed, not stored: a million start as fast as none.
    pub users: u32,
    /// A world file instead of the built-in world; same shape as `data/world.json`.
    pub world: Option<PathBuf>,
    /// What goes wrong; nothing when `None`.
    pub faults: Option<FaultPlan>,
    /// Folder where identity and effects outlive the process; made when it is missing, for its owner alone.
    /// Several processes may serve the same folder.
    pub state_dir: Option<PathBuf>,
    /// Now, for tests that need fixed dates. It moves the dates of the list and leaves tokens, and the times of
    /// the ground truth, to the machine's clock.
    pub today: Option<Timestamp>,
    /// Whether `/_sandbox/` is served: faults and ground truth, for tests. It asks for no key, so everyone with an
    /// account on this machine may use it and read there who was invited; off, nothing of it exists.
    pub control: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: None,
            users: 2_400,
            world: None,
            faults: None,
            state_dir: None,
            today: None,
            control: true,
        }
    }
}

/// What a client needs to connect. Its JSON is the first line that `sandbox serve` prints.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Info {
    /// Base URL of the platform, without a slash at its end.
    pub base_url: String,
    /// Where tokens are given for client credentials.
    pub token_url: String,
    /// Value of `Ocp-Apim-Subscription-Key`.
    pub subscription_key: String,
    /// Client ID.
    pub client_id: String,
    /// Client Secret.
    pub client_secret: String,
    /// A bearer token that lives a day from the start of the process.
    pub token: String,
    /// Id of the platform, the value of `platformId`.
    pub platform_id: String,
}

impl std::fmt::Debug for Info {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Info")
            .field("base_url", &self.base_url)
            .field("token_url", &self.token_url)
            .field("subscription_key", &"[redacted]")
            .field("client_id", &self.client_id)
            .field("client_secret", &"[redacted]")
            .field("token", &"[redacted]")
            .field("platform_id", &self.platform_id)
            .finish()
    }
}

/// A running sample platform. Dropping it stops it at once.
pub struct Sandbox {
    info: Info,
    site: Arc<Site>,
    /// Threads of its own: stopping them ends every connection and every late effect with certainty.
    runtime: Option<Runtime>,
    close: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<()>>,
}

/// Starts the sample platform on 127.0.0.1.
///
/// # Errors
/// [`SandboxError`] when the world file or the state folder can't be used, or the port is taken.
pub async fn start(options: Options) -> Result<Sandbox, SandboxError> {
    // Files are read on a thread where that holds up nobody.
    let opened = tokio::task::spawn_blocking(move || open(options));
    opened.await.map_err(|e| SandboxError::Threads(std::io::Error::other(e)))?
}

fn open(options: Options) -> Result<Sandbox, SandboxError> {
    let world = Arc::new(World::load(options.world.as_deref())?);
    let identity = match &options.state_dir {
        Some(dir) => Identity::kept_in(dir)?,
        None => Identity::fresh()?,
    };
    let register = register(&world, &options)?;
    let platform_id = world.platform.id.clone();
    let site = Arc::new(Site::new(world, identity, register, options.faults.unwrap_or_default()));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("sandbox")
        .enable_all()
        .build()
        .map_err(SandboxError::Threads)?;
    let (doors, address) = bind(&runtime, options.port.unwrap_or(0))?;
    let router = router(site.clone(), options.control);
    let info = info(&site, address, platform_id)?;
    let (close, closed) = oneshot::channel::<()>();
    let service = router.into_make_service_with_connect_info::<Line>();
    let serving = runtime.spawn(async move {
        let until = async { closed.await.unwrap_or_default() };
        // Serving ends only by the word to close: errors of single connections stay with them.
        let _ = axum::serve(doors, service).with_graceful_shutdown(until).await;
    });
    Ok(Sandbox { info, site, runtime: Some(runtime), close: Some(close), serving: Some(serving) })
}

fn register(world: &Arc<World>, options: &Options) -> Result<Register, SandboxError> {
    let now = Timestamp::now();
    let today = options.today.unwrap_or(now);
    let clock = if options.today.is_some() { today.duration_since(now) } else { SignedDuration::ZERO };
    let shift = SignedDuration::from_secs((today.as_second() - WRITTEN).div_euclid(DAY) * DAY);
    let crowd = Crowd::new(world.clone(), options.users, shift);
    let mut register = Register::new(world.clone(), crowd, shift, clock);
    if let Some(dir) = &options.state_dir {
        register.keep_in(Journal::open(dir)?)?;
    }
    Ok(register)
}

fn bind(runtime: &Runtime, port: u16) -> Result<(Doors, SocketAddr), SandboxError> {
    let refused = |source| SandboxError::Port { port, source };
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port))).map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    Ok((Doors(listener), address))
}

fn info(site: &Site, address: SocketAddr, platform_id: String) -> Result<Info, SandboxError> {
    let base_url = format!("http://{address}");
    Ok(Info {
        token_url: format!("{base_url}/oauth/token"),
        base_url,
        subscription_key: site.identity.subscription_key.clone(),
        client_id: site.identity.client_id.clone(),
        client_secret: site.identity.client_secret.clone(),
        token: site.tokens.issue(PASTED_TOKEN, Timestamp::now())?,
        platform_id,
    })
}

fn router(site: Arc<Site>, controlled: bool) -> Router {
    let api = Router::new()
        .route("/oauth/token", post(token::give_token))
        .route("/api/v2/users", get(lists::list_users))
        .route("/api/v2/roles", get(lists::list_roles))
        .route("/api/v2/identity-providers", get(lists::list_identity_providers))
        .route("/api/v2/organizations/details/{id}", get(lists::list_organizations))
        .route("/api/v2/users/invite", post(invite::invite_users))
        .layer(middleware::from_fn_with_state(site.clone(), gateway::front));
    let control = Router::new()
        .route("/_sandbox/faults", get(control::get_faults).put(control::put_faults))
        .route("/_sandbox/ground-truth", get(control::get_ground_truth))
        .layer(middleware::from_fn(control::only_local));
    let unknown = Router::new()
        .fallback(async || crate::answers::no_such_operation())
        .layer(middleware::from_fn_with_state(site.clone(), gateway::front));
    Router::new()
        .route("/openapi.json", get(async || Json(openapi::document())))
        .merge(if controlled { control } else { Router::new() })
        .merge(api)
        .fallback_service(unknown.with_state(site.clone()))
        .with_state(site)
}

impl Sandbox {
    /// What a client needs to connect.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Another fault plan from now on, counted from the beginning.
    pub fn set_faults(&self, plan: FaultPlan) {
        self.site.set_faults(plan);
    }

    /// What really happened.
    pub fn ground_truth(&self) -> GroundTruth {
        self.site.ground_truth().unwrap_or_else(|error| {
            tracing::warn!(%error, "effects of other processes could not be read");
            self.site.record().with(self.site.register().effects())
        })
    }

    /// The OpenAPI document, the same as at `/openapi.json`.
    pub fn openapi() -> serde_json::Value {
        openapi::document()
    }

    /// Lets calls that are being answered end (for a second at most), then stops. Effects that were still to
    /// land never do.
    pub async fn stop(mut self) {
        if let Some(close) = self.close.take() {
            // The server may have ended already, and then there is nobody to tell.
            let _ = close.send(());
        }
        if let Some(serving) = self.serving.take() {
            let _ = tokio::time::timeout(Duration::from_secs(1), serving).await;
        }
        if let Some(runtime) = self.runtime.take() {
            let stopped =
                tokio::task::spawn_blocking(move || runtime.shutdown_timeout(Duration::from_secs(1)));
            let _ = stopped.await;
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sandbox").field("info", &self.info).finish_non_exhaustive()
    }
}
