package cn.citybrain.parking.onboarding.process;

/** Amounts as mails show them. */
final class Yuan {

    private Yuan() {}

    /** @param amount in 分 */
    static String of(int amount) {
        return "%d.%02d 元".formatted(amount / 100, amount % 100);
    }
}
