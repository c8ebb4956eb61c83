package cn.citybrain.parking.onboarding.access;

import cn.citybrain.parking.onboarding.demo.DemoWorld;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A person's browser as far as HTTP goes: cookies, tokens, no redirects followed. */
public final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final URI root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;

    public Browser(int port) {
        this.root = URI.create("http://localhost:" + port);
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** For a platform behind TLS. */
    public Browser(URI root, SSLContext trust) {
        this.root = root;
        this.http =
                HttpClient.newBuilder().cookieHandler(cookies).sslContext(trust).build();
    }

    /** Logs in on our page and opens the webapps' session as Tasklist does. */
    public static Browser of(int port, String userId) {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.login(userId, DemoWorld.PASSWORD);
        if (answer.headers().firstValue("location").orElse("").contains("login")) {
            throw new IllegalStateException("login failed: " + answer.headers());
        }
        browser.get("/camunda/app/welcome/default/");
        return browser;
    }

    public HttpResponse<String> login(String userId, String password) {
        get("/login");
        String form = "username=" + encode(userId) + "&password=" + encode(password) + "&_csrf="
                + encode(cookie("ONBOARDING-XSRF").orElse(""));
        return send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path)
                .header("Accept", path.contains("/api/") ? "application/json" : "text/html,*/*;q=0.8")
                .GET());
    }

    /** A call of the webapps' API below the engine. */
    public HttpResponse<String> engine(String method, String path, String body) {
        return call(method, "/camunda/api/engine/engine/default/" + path, body);
    }

    public HttpResponse<String> engine(String path) {
        return get("/camunda/api/engine/engine/default/" + path);
    }

    public HttpResponse<String> call(String method, String path, String body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, content);
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        cookie("ONBOARDING-XSRF").ifPresent(token -> request.header("X-ONBOARDING-XSRF", token));
        return send(request);
    }

    /** A file as a form's upload sends it. */
    public HttpResponse<String> upload(String path, String name, String type, byte[] content) {
        String head = "--paper\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=paper")
                .header("Accept", "application/json")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--paper--\r\n")));
        cookie("ONBOARDING-XSRF").ifPresent(token -> request.header("X-ONBOARDING-XSRF", token));
        return send(request);
    }

    /** A file that is offered for download, byte by byte. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
