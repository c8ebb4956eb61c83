package cn.citybrain.parking.onboarding.simulator.player;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;

/** Everybody who plays: the platform's people, logged in once each, and the desk of the other side. */
final class Cast {

    private static final String PASSWORD = "demo-2026";

    private final URI platform;
    private final Web desk;
    private final Map<String, Person> people = new HashMap<>();

    private Cast(URI platform, Web desk) {
        this.platform = platform;
        this.desk = desk;
    }

    /** Finds the desk where the platform sends those who ask for it. */
    static Cast at(URI platform) {
        URI desk = new Web(platform)
                .send("GET", "/demo/api/platform", null, BodyPublishers.noBody())
                .uri();
        return new Cast(platform, new Web(desk.resolve("/")));
    }

    Person person(String userId) {
        return people.computeIfAbsent(userId, id -> Person.login(platform, id, PASSWORD));
    }

    Person reviewer() {
        return person("reviewer");
    }

    /** The other side: channel, lots, mail. */
    Web desk() {
        return desk;
    }
}
