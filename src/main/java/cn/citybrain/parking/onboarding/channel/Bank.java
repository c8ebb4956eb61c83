package cn.citybrain.parking.onboarding.channel;

/**
 * A bank that signs contracts with merchants for a channel.
 *
 * @param code what applications hold
 * @param name as merchants know it, Chinese
 * @param hasInterface whether it has an interface; without one the operating company hands papers over and records the result
 */
public record Bank(String code, String name, boolean hasInterface) {

    /** Key of the field in which the applicant chooses the bank that signs. */
    public static final String FIELD = "signingBank";
}
