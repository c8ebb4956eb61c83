package cn.citybrain.parking.onboarding.channel;

/**
 * A branch of a bank at which merchants have their accounts.
 *
 * @param name whole, as it stands on the account permit, Chinese
 * @param number its clearing number (联行号), 12 digits; empty where it is not known
 */
public record Branch(String name, String number) {

    public Branch {
        number = number == null ? "" : number;
    }
}
