# The main job of an integration developer, with nothing on the system but what the package brought: a sample platform is
# served, connected, read, and three people of a spreadsheet are invited to it, once.
set -eu
place=$(mktemp -d)
export HOME="$place"
of() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$place/access"; }

rollcallctl sandbox serve --users 20 > "$place/access" &
trap "kill $!" EXIT
for _ in $(seq 300); do [ -s "$place/access" ] && break; sleep 0.1; done
ROLLCALL_SUBSCRIPTION_KEY=$(of subscriptionKey)
ROLLCALL_CLIENT_SECRET=$(of clientSecret)
export ROLLCALL_SUBSCRIPTION_KEY ROLLCALL_CLIENT_SECRET
rollcallctl profile add Nordlys --base-url "$(of baseUrl)" --sign-in client-credentials \
    --token-url "$(of tokenUrl)" --client-id "$(of clientId)" --platform-id "$(of platformId)" --settle-seconds 1 --session-only

rollcallctl sync -p Nordlys
{
    echo 'E-mail,First name,Last name,Role,Identity provider,Organization'
    for name in Anna Zane Juris; do
        echo "$name.new@nordlys.example,$name,New,Customer,Work email,S-1001"
    done
} > "$place/people.csv"
rollcallctl invite "$place/people.csv" -p Nordlys --yes > "$place/first"
# The same file once more mails nobody.
rollcallctl invite "$place/people.csv" -p Nordlys --yes > "$place/second"
cat "$place/first" "$place/second" >&2
grep -Eq '^3 +invited' "$place/first"
grep -Eq '^3 +already there' "$place/second"
echo done
