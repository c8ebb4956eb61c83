package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.plate.PlateKind;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What can be registered as a test vehicle: any plate that is painted, in a colour, and its payer. */
final class VehicleChecks {

    private static final int GREEN = 5;
    private static final Pattern PAYER = Pattern.compile("[A-Za-z0-9_-]{0,64}");

    private VehicleChecks() {}

    /** Messages in Chinese by field; empty when everything is right. */
    static Map<String, String> problems(String plateNo, int color, String payerId) {
        Map<String, String> fields = new TreeMap<>();
        Optional<PlateNumber> plate = PlateNumber.read(plateNo);
        if (plate.isEmpty()) {
            fields.put("plateNo", unreadable(plateNo));
        } else if (plate.get().kind() == PlateKind.NEW_ENERGY && color != GREEN) {
            fields.put("plateColor", "8 位车牌是新能源车牌，车牌颜色请选择绿色");
        }
        if (color < 1 || color > GREEN) {
            fields.put("plateColor", "请选择车牌颜色：蓝、黄、白、黑或绿");
        }
        if (!PAYER.matcher(payerId).matches()) {
            fields.put("payerId", "付款人标识只能是字母、数字、下划线和连字符，最多 64 位");
        }
        return fields;
    }

    private static String unreadable(String plateNo) {
        boolean named = plateNo != null && !plateNo.isBlank();
        return named && PlateNumber.absent(plateNo)
                ? "测试车辆必须有正式车牌，无牌、未识别或临时号牌的车辆不能登记"
                : "车牌号码格式不正确，请按车牌填写，例如 浙A12345、浙AD12345、浙A1234领、使014578";
    }
}
