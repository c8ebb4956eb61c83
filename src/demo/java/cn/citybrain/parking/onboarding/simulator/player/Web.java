package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One browser, as far as the play needs one: keeps cookies, speaks JSON, shows its cross-site tokens. */
final class Web {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOGGED_OUT = 401;
    private static final int GONE = 404;

    static {
        // in seconds, shorter than the server's: a connection that it closed meanwhile would fail the next request
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private Runnable login = () -> {};

    Web(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    JsonNode get(String path) {
        return json(send("GET", path, null, BodyPublishers.noBody()));
    }

    JsonNode post(String path, Object body) {
        return json(send("POST", path, "application/json", BodyPublishers.ofString(text(body))));
    }

    JsonNode put(String path, Object body) {
        return json(send("PUT", path, "application/json", BodyPublishers.ofString(text(body))));
    }

    JsonNode delete(String path) {
        return json(send("DELETE", path, null, BodyPublishers.noBody()));
    }

    /** What a person does when the login is over, because its node died: nothing was done by then, so the call is repeated. */
    void whenLoggedOut(Runnable login) {
        this.login = login;
    }

    /** Sends a body of any kind; an answer of 400 and above ends the play. */
    HttpResponse<String> send(String method, String path, String contentType, BodyPublisher body) {
        HttpResponse<String> answer = loggedIn(method, path, contentType, body);
        if (answer.statusCode() >= 400) {
            throw new PlayFailed("%s %s 应答 %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    /** Posts to something that may have ended meanwhile; false if it has. */
    boolean postIfThere(String path, Object body) {
        HttpResponse<String> answer = loggedIn("POST", path, "application/json", BodyPublishers.ofString(text(body)));
        if (answer.statusCode() >= 400 && answer.statusCode() != GONE) {
            throw new PlayFailed("POST %s 应答 %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.statusCode() != GONE;
    }

    private HttpResponse<String> loggedIn(String method, String path, String contentType, BodyPublisher body) {
        HttpResponse<String> answer = exchange(method, path, contentType, body);
        if (answer.statusCode() == LOGGED_OUT) {
            login.run();
            answer = exchange(method, path, contentType, body);
        }
        return answer;
    }

    /** Sends a body of any kind and returns whatever comes. */
    HttpResponse<String> exchange(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, text/html")
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        cookie("ONBOARDING-XSRF").ifPresent(token -> request.header("X-ONBOARDING-XSRF", token));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PlayFailed("连不上 " + base + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlayFailed("被中断", e);
        }
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new PlayFailed("%s 的应答不是 JSON".formatted(answer.uri()), e);
        }
    }
}
