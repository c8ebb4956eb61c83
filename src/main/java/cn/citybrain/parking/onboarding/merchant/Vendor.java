package cn.citybrain.parking.onboarding.merchant;

import java.time.Instant;

/**
 * A technical vendor (车场技术方) that connects lots' systems.
 *
 * @param groupId group of its people, {@code vendor-…}; never changes
 * @param contactPerson empty where nobody has said
 * @param contactPhone in clear, empty where nobody has said; shown in full to those who keep it only
 * @param deactivatedAt since when it is given no more lots, null while it is active
 * @param version counts the changes
 */
public record Vendor(
        String groupId,
        String name,
        String contactEmail,
        String contactPerson,
        String contactPhone,
        Instant deactivatedAt,
        long version) {

    /** An active vendor of which nothing more is known. */
    public Vendor(String groupId, String name, String contactEmail) {
        this(groupId, name, contactEmail, "", "", null, 0);
    }

    public boolean active() {
        return deactivatedAt == null;
    }

    /** Telephone numbers may not reach a log. */
    @Override
    public String toString() {
        return "Vendor[" + groupId + ", " + name + "]";
    }
}
