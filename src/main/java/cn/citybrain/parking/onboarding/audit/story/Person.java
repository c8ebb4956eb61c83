package cn.citybrain.parking.onboarding.audit.story;

/**
 * Who did something.
 *
 * @param name as people know them; the id where the account is gone
 * @param role Chinese names of the roles, with 、 between; empty where none is known
 */
public record Person(String id, String name, String role) {

    /** Somebody of whom only the id is known yet; null for no id. */
    public static Person of(String id) {
        return id == null || id.isEmpty() ? null : new Person(id, id, "");
    }
}
