package cn.citybrain.parking.onboarding.masterdata;

import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries that are right, each another one, for tests that share one database. */
public final class MasterData {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int RUN = ThreadLocalRandom.current().nextInt(1000, 9999);
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private MasterData() {}

    public static CompanyEntry company() {
        int n = NEXT.getAndIncrement();
        return new CompanyEntry(
                "md-" + RUN + "-" + n,
                "主数据测试" + RUN + "第" + n + "公司",
                uscc(n),
                "林晓湖",
                "13812340001",
                "md" + n + "@example.com");
    }

    public static VendorEntry vendor() {
        int n = NEXT.getAndIncrement();
        return new VendorEntry(
                "md-" + RUN + "-" + n,
                "主数据测试" + RUN + "第" + n + "科技",
                "赵智联",
                "0571-88000001",
                "mv" + n + "@example.com");
    }

    public static LotEntry lot(String company) {
        int n = NEXT.getAndIncrement();
        return new LotEntry(
                "MD%d%05d".formatted(RUN, n),
                company,
                "主数据测试" + RUN + "第" + n + "停车场",
                "文三路 " + n + " 号",
                "120.1",
                "30.2",
                "100",
                "2",
                "0571-87000001");
    }

    /** A valid one that no other test makes. */
    public static String uscc(int n) {
        String body = "91330108%04d%05d".formatted(RUN, n);
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
