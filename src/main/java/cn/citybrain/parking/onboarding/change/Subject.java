package cn.citybrain.parking.onboarding.change;

/**
 * What was changed.
 *
 * @param id what it is known by as long as it exists: a company's tenant, a lot's code, a vendor's group, a person's user id
 */
public record Subject(Kind kind, String id) {

    public enum Kind {
        COMPANY,
        LOT,
        VENDOR,
        PERSON
    }

    public static Subject company(String tenantId) {
        return new Subject(Kind.COMPANY, tenantId);
    }

    public static Subject lot(String code) {
        return new Subject(Kind.LOT, code);
    }

    public static Subject vendor(String groupId) {
        return new Subject(Kind.VENDOR, groupId);
    }

    public static Subject person(String userId) {
        return new Subject(Kind.PERSON, userId);
    }
}
