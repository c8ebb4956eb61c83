package cn.citybrain.parking.onboarding.process.mail;

/** Amounts as mails show them. */
public final class Yuan {

    private Yuan() {}

    /** @param amount in 分 */
    public static String of(int amount) {
        return "%d.%02d 元".formatted(amount / 100, amount % 100);
    }
}
