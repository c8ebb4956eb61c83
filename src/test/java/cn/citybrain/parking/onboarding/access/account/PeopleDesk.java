package cn.citybrain.parking.onboarding.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What supervisors and administrators do on the page 人员, over HTTP, and what those they invite do. */
public final class PeopleDesk {

    /** Of everybody who accepts an invitation here. */
    public static final String PASSWORD = "vier-Linden-7391-Kahn";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("/account/set-password\\?token=([\\w-]+)");

    private final int port;
    private final ConfigurableListableBeanFactory beans;
    private final List<String> made = new ArrayList<>();
    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    public PeopleDesk(int port, ConfigurableListableBeanFactory beans) {
        this.port = port;
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.cipher = beans.getBean(FieldCipher.class);
    }

    public static String anId() {
        return "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** What the page sends about somebody of a role. */
    public static Map<String, Object> entry(String userId, Role... roles) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("userId", userId);
        entry.put("familyName", "测");
        entry.put("givenName", userId);
        entry.put("mail", userId + "@people.example");
        entry.put("roles", List.of(roles).stream().map(Role::group).toList());
        entry.put("companies", List.of(roles).contains(Role.LOT_OPERATOR) ? List.of("hubin") : List.of());
        entry.put("vendor", List.of(roles).contains(Role.LOT_VENDOR) ? "vendor-zhilian" : "");
        entry.put("version", 0);
        return entry;
    }

    public static Map<String, Object> with(Map<String, Object> entry, String name, Object value) {
        Map<String, Object> other = new HashMap<>(entry);
        other.put(name, value);
        return other;
    }

    public HttpResponse<String> invite(Browser by, Map<String, Object> entry) {
        made.add(String.valueOf(entry.get("userId")));
        return by.call("POST", "/api/people", json(entry));
    }

    /** Disables whoever was made here: other tests count who is told, and who is there. */
    public void dismissAll() {
        dismiss(beans, made);
    }

    public static void dismiss(ConfigurableListableBeanFactory beans, List<String> userIds) {
        Actor admin = beans.getBean(People.class).find("admin").orElseThrow();
        for (String userId : userIds) {
            beans.getBean(AccountList.class)
                    .byId(userId)
                    .filter(account -> account.state() != AccountState.DISABLED)
                    .ifPresent(
                            account -> beans.getBean(Accounts.class).disable(admin, userId, account.version(), "试验结束"));
        }
    }

    public HttpResponse<String> change(Browser by, Map<String, Object> entry) {
        return by.call("PUT", "/api/people/" + entry.get("userId"), json(entry));
    }

    /** @param action link, unlock, disable, enable */
    public HttpResponse<String> act(Browser by, String userId, String action) {
        return act(by, userId, action, version(userId));
    }

    public HttpResponse<String> act(Browser by, String userId, String action, long version) {
        return by.call(
                "POST", "/api/people/" + userId + "/" + action, json(Map.of("version", version, "reason", "已离职")));
    }

    /** Invites somebody and sets their password through the link. */
    public String hire(Browser by, Map<String, Object> entry) {
        HttpResponse<String> answer = invite(by, entry);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String userId = String.valueOf(entry.get("userId"));
        HttpResponse<String> set = setPassword(tokenFor(userId), PASSWORD);
        assertThat(set.statusCode()).as(set.body()).isEqualTo(303);
        return userId;
    }

    public HttpResponse<String> setPassword(String token, String password) {
        return form("/account/set-password", Map.of("token", token, "password", password, "repeated", password));
    }

    /** Posts a form as somebody who is not logged in. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        Browser nobody = new Browser(port);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        return nobody.send(nobody.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
    }

    public Browser loggedIn(String userId) {
        Browser browser = new Browser(port);
        String where =
                browser.login(userId, PASSWORD).headers().firstValue("location").orElse("none");
        assertThat(where).as("login of " + userId).doesNotContain("reason=");
        browser.get("/camunda/app/welcome/default/");
        return browser;
    }

    /** The token in the newest mail to somebody that waits to be sent; null if none waits. */
    public String tokenFor(String userId) {
        return jdbc
                .sql("SELECT dedupe_key, body FROM mail WHERE recipient = ? AND state = 'SECRET' ORDER BY id DESC")
                .param(userId + "@people.example")
                .query((row, n) -> cipher.decrypt(row.getString("body"), "mail.body/" + row.getString("dedupe_key")))
                .list()
                .stream()
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    /** How many mails somebody was sent or is to be sent. */
    public long mails(String userId) {
        return jdbc.sql("SELECT count(*) FROM mail WHERE recipient = ?")
                .param(userId + "@people.example")
                .query(Long.class)
                .single();
    }

    public long version(String userId) {
        return jdbc.sql("SELECT version FROM account WHERE user_id = ?")
                .param(userId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    public long sessions(String userId) {
        return jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    public static JsonNode body(HttpResponse<String> answer) {
        return Browser.json(answer);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
