package cn.citybrain.parking.onboarding.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Somebody who logs in from an address of this machine that is only theirs: 127.0.0.1 is everybody else's. */
public final class Stranger {

    private final String root;
    private final OkHttpClient http;
    private String device = "";

    /** @param address 127.… */
    public Stranger(int port, String address) {
        this.root = "http://127.0.0.1:" + port;
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .socketFactory(new From(address))
                .build();
    }

    /** @return where the answer leads */
    public String login(String userId, String password) {
        try (Response page =
                http.newCall(new Request.Builder().url(root + "/login").build()).execute()) {
            String token = page.headers("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("ONBOARDING-XSRF="))
                    .map(cookie -> cookie.substring("ONBOARDING-XSRF=".length(), cookie.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
            return login(userId, password, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String login(String userId, String password, String token) throws IOException {
        Request request = new Request.Builder()
                .url(root + "/login")
                .header("Cookie", "ONBOARDING-XSRF=" + token + device)
                // what a server that trusts nobody takes no notice of
                .header("X-Forwarded-For", "198.51.100.7")
                .post(new FormBody.Builder()
                        .add("username", userId)
                        .add("password", password)
                        .add("_csrf", token)
                        .build())
                .build();
        try (Response answer = http.newCall(request).execute()) {
            device = kept(answer.headers("Set-Cookie"));
            return answer.header("Location", "none");
        }
    }

    /** What a browser keeps of a login for good. */
    private String kept(List<String> cookies) {
        String found = cookies.stream()
                .filter(cookie -> cookie.startsWith("ONBOARDING-DEVICE="))
                .map(cookie -> "; " + cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining());
        return found.isEmpty() ? device : found;
    }

    private static final class From extends SocketFactory {

        private final InetSocketAddress from;

        From(String address) {
            this.from = new InetSocketAddress(address, 0);
        }

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.bind(from);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        private Socket connected(InetSocketAddress to) throws IOException {
            Socket socket = createSocket();
            socket.connect(to);
            return socket;
        }
    }
}
