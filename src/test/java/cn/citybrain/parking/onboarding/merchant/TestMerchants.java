package cn.citybrain.parking.onboarding.merchant;

import java.util.concurrent.atomic.AtomicInteger;

/** Companies with lots, for tests that share one database: each call makes a new one. */
public final class TestMerchants {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private TestMerchants() {}

    /** A company whose tenant is {@code t-…}, with a valid unified social credit code. */
    public static Merchant add(Merchants merchants) {
        int n = NEXT.getAndIncrement();
        return merchants.add("t-test-" + n, "杭州测试停车" + n + "有限公司", uscc(n), "office" + n + "@example.com");
    }

    public static ParkingLot addLot(ParkingLots lots, Merchant merchant) {
        int n = NEXT.getAndIncrement();
        return lots.add("HZTEST%06d".formatted(n), "测试停车场" + n, "西湖区测试路 " + n + " 号", 120, merchant.id());
    }

    private static String uscc(int n) {
        String body = "91330106MA%07d".formatted(n);
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
