package cn.citybrain.parking.onboarding.application.device;

import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A record as the operator types it, tidied. */
public record InstallationEntry(String lotCode, String laneNo, String deviceSerial, String terminalNo, String photoId) {

    private static final Pattern LANE = Pattern.compile("[0-9A-Za-z-]{1,16}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z-]{4,64}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9A-F]{12}");

    public InstallationEntry {
        lotCode = tidy(lotCode);
        laneNo = tidy(laneNo);
        deviceSerial = tidy(deviceSerial);
        terminalNo = tidy(terminalNo).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        photoId = tidy(photoId);
    }

    /** What is wrong in itself, by field. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!LANE.matcher(laneNo).matches()) {
            faults.put("laneNo", "请填写车道号，与现场标识一致，如 01 或 E-2（最多 16 位字母、数字）");
        }
        if (!SERIAL.matcher(deviceSerial).matches()) {
            faults.put("deviceSerial", "请填写天线（RSU）铭牌上的序列号，4 到 64 位字母、数字");
        }
        if (!TERMINAL.matcher(terminalNo).matches()) {
            faults.put("terminalNo", "PSAM 终端号应为 12 位十六进制数（0-9、A-F），请对照 PSAM 卡面或设备菜单");
        }
        return faults;
    }

    /** What clashes with the other records of the application, by field. */
    Map<String, String> clashes(List<Installation> others) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Installation other : others) {
            if (other.lotCode().equals(lotCode) && other.laneNo().equals(laneNo)) {
                faults.put("laneNo", "这个停车场的 " + laneNo + " 车道已经登记过");
            }
            if (other.lotCode().equals(lotCode) && other.terminalNo().equals(terminalNo)) {
                faults.put("terminalNo", "这个 PSAM 终端号已登记在 " + other.laneNo() + " 车道，一个终端只能在一条车道");
            }
        }
        return faults;
    }

    private static String tidy(String text) {
        return Typed.code(text);
    }
}
