package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.TestLot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For each kind of field what it can be, up to its limits, and what it cannot: a new kind does not compile without. */
public final class FieldSamples {

    private static final int LARGEST_PHOTO = 512 * 1024;

    private FieldSamples() {}

    /** An everyday value. */
    static Object usual(FieldKind kind, TestLot lot) {
        return switch (kind) {
            case ID -> "20261123-0001";
            case TEXT -> "3 号口";
            case PLATE -> TestLot.PLATE;
            case TIME -> lot.at(Duration.ofMinutes(-5));
            case MONEY, COUNT -> 500;
            case CODE -> 4;
            case PLATE_COLOR, ONE_OR_TWO, ONE_TO_THREE, ONE_TO_FOUR -> 1;
            case COORDINATE -> "120.155070";
            case FLAG -> true;
            case ANYTHING -> Map.of("note", "ok");
            case JPEG -> TestLot.jpeg(2000);
        };
    }

    /** The outermost values that are right. */
    static List<Object> limits(FieldKind kind) {
        return switch (kind) {
            case ID -> List.of("x", "9".repeat(64), "车".repeat(64), "🚗".repeat(32));
            case TEXT -> List.of("x", "字".repeat(200), "🚗".repeat(100), true, 3.5);
            case PLATE ->
                List.of("无牌车" + "1".repeat(61), "浙A12345", "使014578", " 浙·a 1 2 3 4 5 ", "０００００００", "临A12345");
            case TIME ->
                List.of(
                        "2000-01-01 00:00:00",
                        "20000101000000",
                        "2026-11-23 08:00:00.0",
                        "2026-11-23T08:00:00",
                        "2026-11-23T08:00:00.123456789+08:00",
                        "20261123080000999",
                        20261123080000L,
                        "2026/1/2 8:00:00",
                        "2026-11-23T00:00:00.000+0000",
                        "2026-11-23T00:00:00Z");
            case MONEY -> List.of(0, "0", 99_999_999, "99999999", 500.0, "500.00", 12_345_678.0, "0.0");
            case COUNT -> List.of(0, 1_000_000, "1000000", 7.0);
            case CODE -> List.of(0, 999, "004", "4.0");
            case PLATE_COLOR -> List.of(1, 5, "5", 5.0);
            case ONE_OR_TWO -> List.of(1, "2", 1.0);
            case ONE_TO_THREE -> List.of(1, "3");
            case ONE_TO_FOUR -> List.of(1, "4");
            case COORDINATE -> List.of(0, -180, "120.1550701234567890", 120.15507);
            case FLAG -> List.of(true, false, "1", "0", 1, 0);
            case ANYTHING -> List.of("x", "字".repeat(2000), List.of(1, 2), Map.of("a", Map.of("b", "c")), 7);
            case JPEG ->
                List.of(TestLot.jpeg(LARGEST_PHOTO), "data:image/jpeg;base64," + TestLot.jpeg(30), TestLot.jpeg(4));
        };
    }

    /** What is taken as the whole number that it is, and warned of for how it is written: for no other kind anything. */
    static Map<Object, Integer> pointed(FieldKind kind) {
        return switch (kind) {
            case MONEY -> Map.of(0.0, 0, "6.00", 6, 99_999_999.0, 99_999_999, 4e2, 400);
            case COUNT -> Map.of(8.0, 8, "1000000.0", 1_000_000);
            case CODE -> Map.of(9.0, 9, "009.000", 9);
            case PLATE_COLOR, ONE_OR_TWO, ONE_TO_THREE, ONE_TO_FOUR -> Map.of(2.0, 2, " 1.0 ", 1);
            default -> Map.of();
        };
    }

    /** Of another type, too long, out of range. */
    static List<Object> wrong(FieldKind kind) {
        List<Object> wrong = new ArrayList<>(
                switch (kind) {
                    case ID ->
                        List.of("has a space", "9".repeat(65), "车".repeat(65), "🚗".repeat(33), "全　角", "a\u0000b");
                    case TEXT -> List.of("字".repeat(201), "🚗".repeat(101), "两\n行", "a\u0000b", "a\u0085b");
                    case PLATE ->
                        List.of(
                                "浙A",
                                "A12345",
                                "浙A1234I",
                                "浙AO2345",
                                12345,
                                true,
                                "?A12345",
                                "无牌车" + "1".repeat(62),
                                "无牌\u0000车");
                    case TIME ->
                        List.of(
                                "yesterday",
                                "2026-02-30 08:00:00",
                                "2026-11-23T",
                                "2026-11-23 08:00",
                                "2026-11-23 08:00:60",
                                "202611230800001",
                                "2026-11-23 08:00:00+99:00",
                                "2026-11-23 24:00:00",
                                "20261123",
                                "1999-12-31 23:59:59",
                                "2100-01-01 00:00:00",
                                1_795_309_200L,
                                true,
                                "2".repeat(300));
                    case MONEY ->
                        List.of(-1, 100_000_000, "99999999999", 12.5, "5.50", 1e300, "五元", "1e3", true, "0x1F");
                    case COUNT -> List.of(-1, 1_000_001, 3.5, "many", "９", true);
                    case CODE -> List.of(-1, 1000, 1.5, "cash", true);
                    case PLATE_COLOR -> List.of(0, 6, -1, "蓝", 1.5, true);
                    case ONE_OR_TWO -> List.of(0, 3, "entry", 1.5, true);
                    case ONE_TO_THREE -> List.of(0, 4, "market", 2.5, true);
                    case ONE_TO_FOUR -> List.of(0, 5, "monthly", 2.5, true);
                    case COORDINATE -> List.of("east", "1200.1", "120,15", "120." + "1".repeat(17), true);
                    case FLAG -> List.of("maybe", 2, "TRUE!", -1);
                    case ANYTHING -> List.of("字".repeat(2001), List.of("字".repeat(2000)), "🚗".repeat(1001));
                    case JPEG -> List.of("not Base64!", "iVBORw0KGgo=", "/9g=", 12345, true);
                });
        if (kind != FieldKind.ANYTHING) {
            wrong.add(Map.of("a", 1));
            wrong.add(List.of("a"));
            wrong.add(Map.of());
        }
        return wrong;
    }
}
