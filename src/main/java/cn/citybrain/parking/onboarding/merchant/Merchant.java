package cn.citybrain.parking.onboarding.merchant;

import java.time.Instant;

/**
 * A parking company (车场方).
 *
 * @param tenantId the engine's tenant of everything that belongs to it; never changes
 * @param uscc unified social credit code (统一社会信用代码), 18 characters
 * @param contactPerson empty where nobody has said
 * @param contactPhone in clear, empty where nobody has said; shown in full to those who keep it only
 * @param deactivatedAt since when nothing new begins for it, null while it is active
 * @param version counts the changes
 */
public record Merchant(
        long id,
        String tenantId,
        String name,
        String uscc,
        String contactEmail,
        String contactPerson,
        String contactPhone,
        Instant deactivatedAt,
        long version) {

    /** An active company of which nothing more is known. */
    public Merchant(long id, String tenantId, String name, String uscc, String contactEmail) {
        this(id, tenantId, name, uscc, contactEmail, "", "", null, 0);
    }

    public boolean active() {
        return deactivatedAt == null;
    }

    /** Telephone numbers may not reach a log. */
    @Override
    public String toString() {
        return "Merchant[" + tenantId + ", " + name + "]";
    }
}
