package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.story.Entry.Fact;
import cn.citybrain.parking.onboarding.audit.story.Entry.Source;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An entry as it is put together: what is not known of it is left out. */
public final class Told {

    private static final String PLATFORM = "system";
    private static final String CHANNEL = "channel";

    private final Instant at;
    private final Kind kind;
    private final String title;
    private final List<Fact> facts = new ArrayList<>();
    private Person person;
    private String lotCode = "";
    private String instance;
    private String activity;

    private Told(Instant at, Kind kind, String title) {
        this.at = at;
        this.kind = kind;
        this.title = title;
    }

    /** @param title a Chinese sentence without its person */
    public static Told at(Instant at, Kind kind, String title) {
        return new Told(at, kind, title);
    }

    /** @param actor a user's id, a channel's code, {@code channel}, {@code system}, or null */
    public Told by(String actor) {
        if (actor == null || actor.isEmpty() || actor.equals(PLATFORM)) {
            return this;
        }
        if (actor.equals(CHANNEL)) {
            return fact("来自", "渠道");
        }
        return Channel.find(actor)
                .map(channel -> fact("来自", channel.displayName()))
                .orElseGet(() -> {
                    person = Person.of(actor);
                    return this;
                });
    }

    /** @param code null for none */
    public Told lot(String code) {
        lotCode = code == null ? "" : code;
        return this;
    }

    /** Where in the processes it happened. */
    public Told in(String processInstanceId, String activityId) {
        instance = processInstanceId;
        activity = activityId;
        return this;
    }

    /** @param value nothing is told of null, nor of an empty text; a time is told as people read it */
    public Told fact(String label, Object value) {
        String text = value instanceof Instant moment ? Spoken.time(moment) : value == null ? "" : value.toString();
        if (!text.isBlank()) {
            facts.add(new Fact(label, text));
        }
        return this;
    }

    /** What somebody or some machine wrote freely, without the numbers of people in it. @param text null for nothing */
    public Told said(String label, String text) {
        return fact(label, PrivateNumbers.hidden(text));
    }

    /** @param amount in 分, null for none */
    public Told yuan(String label, Integer amount) {
        return amount == null ? this : fact(label, Spoken.yuan(amount));
    }

    /** @param table in lower case */
    public Entry from(String table, Object id) {
        return new Entry(at, kind, title, person, lotCode, instance, activity, facts, new Source(table, id.toString()));
    }
}
