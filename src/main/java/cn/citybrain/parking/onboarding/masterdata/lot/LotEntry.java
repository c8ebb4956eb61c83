package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Checks;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.words.Typed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/**
 * A lot as it is entered, tidied: no blanks around a text, codes and numbers in ordinary digits and letters. Nothing is
 * null, what is not entered is empty. Its vendor is chosen apart from it, see {@link VendorChoice}.
 *
 * @param code parkingCode of the City Brain interface; never changes
 * @param company tenant of the parking company, or its unified social credit code
 * @param longitude in degrees, Amap coordinates (GCJ-02); empty together with latitude
 * @param spaces number of berths
 * @param lanes entries and exits together, may be empty
 * @param servicePhone what drivers call, may be empty
 */
@NamedInterface("services")
public record LotEntry(
        String code,
        String company,
        String name,
        String address,
        String longitude,
        String latitude,
        String spaces,
        String lanes,
        String servicePhone) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{2,31}");
    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,8})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 400;
    private static final int MOST_SPACES = 100_000;
    private static final int MOST_LANES = 200;

    public LotEntry {
        code = Checks.plain(code);
        company = Checks.plain(company);
        name = Checks.tidy(name);
        address = Checks.tidy(address);
        longitude = Typed.decimal(longitude);
        latitude = Typed.decimal(latitude);
        spaces = Typed.decimal(spaces);
        lanes = Checks.plain(lanes).equals("0") ? "" : Checks.plain(lanes);
        servicePhone = Typed.phone(servicePhone);
    }

    /** What is kept of a lot. */
    public static LotEntry of(ParkingLot kept) {
        return new LotEntry(
                kept.code(),
                kept.tenantId(),
                kept.name(),
                kept.address(),
                kept.longitude(),
                kept.latitude(),
                String.valueOf(kept.spaceCount()),
                String.valueOf(kept.lanes()),
                kept.servicePhone());
    }

    /** The same lot, its company named by its tenant. */
    public LotEntry of(String tenant) {
        return new LotEntry(code, tenant, name, address, longitude, latitude, spaces, lanes, servicePhone);
    }

    /** What is wrong with it, as far as it can be seen from itself: Chinese, by component; empty if nothing. */
    public Map<String, String> faults() {
        Checks checks = new Checks()
                .form("code", "停车场编号", code, LotEntry::codeFault)
                .text("company", "所属公司", company, 64)
                .text("name", "停车场名称", name, LONGEST_NAME)
                .text("address", "地址", address, LONGEST_ADDRESS)
                .given("longitude", "经度", longitude, degrees(73, 136))
                .given("latitude", "纬度", latitude, degrees(3, 54))
                .form("spaces", "泊位数", spaces, count(MOST_SPACES))
                .given("lanes", "车道数", lanes, count(MOST_LANES))
                .given("servicePhone", "服务电话", servicePhone, Checks::phone);
        if (longitude.isEmpty() != latitude.isEmpty()) {
            checks.add(longitude.isEmpty() ? "longitude" : "latitude", "经度和纬度须同时填写，或都不填");
        }
        return checks.faults();
    }

    int spaceCount() {
        return Integer.parseInt(spaces);
    }

    int laneCount() {
        return lanes.isEmpty() ? 0 : Integer.parseInt(lanes);
    }

    private static Optional<String> codeFault(String code) {
        return unless(CODE.matcher(code).matches(), "应为 3 到 32 位字母、数字、下划线或短横线，与停车系统上报的 parkingCode 一致");
    }

    /** Chinese territory, so that exchanged coordinates are noticed. */
    private static Function<String, Optional<String>> degrees(int least, int most) {
        return value -> unless(
                DEGREES.matcher(value).matches()
                        && new BigDecimal(value).compareTo(BigDecimal.valueOf(least)) >= 0
                        && new BigDecimal(value).compareTo(BigDecimal.valueOf(most)) <= 0,
                "应为 " + least + " 到 " + most + " 之间的度数（高德坐标，最多 8 位小数），请在高德地图上查");
    }

    private static Function<String, Optional<String>> count(int most) {
        return value -> unless(
                COUNT.matcher(value).matches() && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most,
                "应为 1 到 " + most + " 的整数");
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }
}
