package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A merchant's application as a channel has it.
 *
 * @param no the platform's application number, without any prefix
 * @param reference the channel's own number of it
 * @param title name of the merchant
 * @param state in the channel's words, see {@code SimulatedChannel.applicationStates()}
 * @param message what the channel says about the state
 * @param complaints why it was rejected, empty otherwise
 * @param content what was submitted, as a tree, encrypted fields in clear text, papers as ids of {@link MediaFiles}
 * @param account the merchant's number at the channel, empty before it has one
 * @param linkCode secret part of the links that the merchant opens
 * @param submissions how often it was submitted
 * @param facts what only this channel knows of an application
 */
public record Application(
        String no,
        String reference,
        String title,
        String state,
        String message,
        List<Complaint> complaints,
        Map<String, Object> content,
        String account,
        String linkCode,
        Instant submittedAt,
        int submissions,
        Map<String, String> facts) {

    /**
     * @param field the channel's name of the field
     * @param fieldName the same for people, e.g. 营业执照注册号
     */
    public record Complaint(String field, String fieldName, String reason) {}

    /** An application as the platform submits it; the rest is filled in by {@code Applications.submit}. */
    public static Application submitted(
            String no, String reference, String title, String state, String message, Map<String, Object> content) {
        return new Application(no, reference, title, state, message, List.of(), content, "", "", null, 0, Map.of());
    }

    /** One value of the content, by its path, e.g. {@code contact_info/contact_email}; empty if absent. */
    public String value(String path) {
        Object place = content;
        for (String step : path.split("/")) {
            place = place instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return place == null ? "" : place.toString();
    }

    /** One of the facts, empty if absent. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** In another state, without complaints. */
    public Application in(String newState, String newMessage) {
        return changed(newState, newMessage, List.of(), account, facts);
    }

    public Application rejected(String newState, List<Complaint> why, String newMessage) {
        return changed(newState, newMessage, List.copyOf(why), account, facts);
    }

    /** With the merchant's number. */
    public Application opened(String newAccount) {
        return changed(state, message, complaints, newAccount, facts);
    }

    /** With one fact more. */
    public Application with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return changed(state, message, complaints, account, more);
    }

    private Application changed(
            String newState, String newMessage, List<Complaint> why, String newAccount, Map<String, String> newFacts) {
        return new Application(
                no,
                reference,
                title,
                newState,
                newMessage,
                why,
                content,
                newAccount,
                linkCode,
                submittedAt,
                submissions,
                newFacts);
    }
}
