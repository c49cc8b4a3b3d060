//! A line between the program and the platform that can be stopped in the middle of a call.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a call for invitations begins with.
const INVITE: &[u8] = b"POST /api/v2/users/invite";

/// Where a call is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Half of the request has reached the platform.
    Request,
    /// The platform has answered, and half of the answer has come back.
    Answer,
}

/// Hands everything on, until it comes to one half of one invite call: then it holds that connection for good.
pub struct Tap {
    pub address: String,
    held: Receiver<()>,
}

struct Wanted {
    cut: Cut,
    nth: u64,
    calls: AtomicU64,
    tell: Mutex<Sender<()>>,
}

impl Tap {
    /// Listens before `platform`, and waits for its invite call number `nth`.
    pub fn before(platform: &str, cut: Cut, nth: u64) -> Self {
        let platform: SocketAddr = platform.trim_start_matches("http://").parse().expect("an address");
        let doors = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = format!("http://{}", doors.local_addr().expect("its address"));
        let (tell, held) = channel();
        let wanted = Arc::new(Wanted { cut, nth, calls: AtomicU64::new(0), tell: Mutex::new(tell) });
        std::thread::spawn(move || {
            for client in doors.incoming().map_while(Result::ok) {
                let wanted = Arc::clone(&wanted);
                std::thread::spawn(move || wanted.connect(client, platform));
            }
        });
        Self { address, held }
    }

    /// Comes back when the call is held. Whether it ever was.
    pub fn is_held(&self, patience: Duration) -> bool {
        self.held.recv_timeout(patience).is_ok()
    }
}

impl Wanted {
    fn connect(self: Arc<Self>, client: TcpStream, platform: SocketAddr) {
        let Ok(server) = TcpStream::connect(platform) else { return };
        let twin = |stream: &TcpStream| stream.try_clone().expect("the same connection");
        let (from_client, to_server) = (twin(&client), twin(&server));
        // Which invite call is under way on this connection; 0 is none.
        let call = Arc::new(AtomicU64::new(0));
        let (this, asked) = (Arc::clone(&self), Arc::clone(&call));
        std::thread::spawn(move || this.hand_on(from_client, to_server, &asked, Cut::Request));
        self.hand_on(server, client, &call, Cut::Answer);
    }

    fn hand_on(&self, mut from: TcpStream, mut to: TcpStream, call: &AtomicU64, way: Cut) {
        let mut bytes = [0_u8; 16 * 1024];
        while let Ok(read @ 1..) = from.read(&mut bytes) {
            if way == Cut::Request && bytes.starts_with(INVITE) {
                call.store(self.calls.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            }
            if self.cut == way && call.load(Ordering::SeqCst) == self.nth {
                // It is held for good; both ends are let go when the other one goes.
                let _ = to.write_all(&bytes[..read / 2]);
                let _ = self.tell.lock().unwrap_or_else(PoisonError::into_inner).send(());
                while matches!(from.read(&mut bytes), Ok(1..)) {}
                break;
            }
            if to.write_all(&bytes[..read]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
        let _ = from.shutdown(Shutdown::Both);
    }
}
