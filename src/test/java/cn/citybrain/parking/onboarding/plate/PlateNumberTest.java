package cn.citybrain.parking.onboarding.plate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "浙A12345",
                "浙a12345",
                "浙·A12345",
                "浙A·12345",
                "浙A•12345",
                "浙A・12345",
                "浙A●12345",
                "浙A.12345",
                "浙A-12345",
                "浙A－12345",
                "浙A—12345",
                "浙Ａ１２３４５",
                "浙ａ１２３４５",
                " 浙 A 12345 ",
                "浙\u3000A12345",
                "浙\u00A0A12345",
                "浙A\u200B12345",
                "\uFEFF浙A12345",
                "浙A12345\t",
                "浙A12345\0\0\0",
                "浙_A12345",
                "浙A\u221212345",
                "浙A12345\uFE0F",
                "浙A12345\u3164",
                "蓝浙A12345",
                "浙A12345（蓝）",
                "浙A12345[蓝牌]",
                "【蓝色】浙A12345",
                "浙A12345蓝",
                "浙A12345_黄牌"
            })
    void isOnePlateInEverySpelling(String typed) {
        assertThat(PlateNumber.read(typed)).hasValueSatisfying(plate -> {
            assertThat(plate.number()).isEqualTo("浙A12345");
            assertThat(plate.kind()).isEqualTo(PlateKind.ORDINARY);
        });
        assertThat(PlateNumber.same(typed, "浙A12345")).isTrue();
        assertThat(PlateNumber.absent(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "浙A12345,ORDINARY",
        "浙O12345,ORDINARY",
        "京A1234警,ORDINARY",
        "沪A1234学,ORDINARY",
        "浙B1234挂,ORDINARY",
        "粤Z1234港,ORDINARY",
        "浙AD12345,NEW_ENERGY",
        "浙AD12345渐变绿,NEW_ENERGY",
        "黑A12345,ORDINARY",
        "黑黑A12345,ORDINARY",
        "浙A·D12345,NEW_ENERGY",
        "浙A12345D,NEW_ENERGY",
        "沪A0023领,CONSULATE",
        "浙A·1234领,CONSULATE",
        "浙X1234应急,RESCUE",
        "使014578,EMBASSY",
        "使014·578,EMBASSY",
        "224578使,EMBASSY",
        "WJ浙1234X,ARMED_POLICE",
        "WJ·浙12345,ARMED_POLICE",
        "wj12345,ARMED_POLICE",
        "VA12345,MILITARY",
        "民航A0001,CIVIL_AVIATION",
    })
    void knowsEveryKind(String typed, PlateKind kind) {
        assertThat(PlateNumber.read(typed))
                .hasValueSatisfying(plate -> assertThat(plate.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "无牌",
                "无牌车",
                "*****",
                "？",
                "_",
                "NO_PLATE",
                "not recognized",
                "没有",
                "其他",
                "默A00000",
                "XXXXXXX",
                "undefined",
                "污损",
                "号牌遮挡",
                "浙A?2345",
                "浙A×2345",
                "浙A***45",
                "无牌车20261123001",
                "无车牌",
                "无",
                "_无_",
                "未识别",
                "未知",
                "未检测到车牌",
                "识别失败",
                "临A12345",
                "临时车",
                "浙A1234临",
                "不详",
                "空牌",
                "0",
                "000000",
                "０００００００",
                "-",
                "unknown",
                "No Plate",
                "null",
                "N/A"
            })
    void whatCamerasSendForNoneIsNone(String sent) {
        assertThat(PlateNumber.read(sent)).isEmpty();
        assertThat(PlateNumber.absent(sent)).isTrue();
        assertThat(PlateNumber.kept(sent)).isEqualTo(PlateNumber.NONE);
        assertThat(PlateNumber.same(sent, sent)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "浙A",
                "A12345",
                "浙A1234",
                "浙A1234I",
                "浙I12345",
                "浙AO2345",
                "浙A123456789",
                "?A12345",
                "12345",
                "true",
                "浙A\u000012345",
                "杭A12345",
                "浙A１２３４５６７８",
                "使01457"
            })
    void anythingElseIsNeitherAPlateNorNone(String sent) {
        assertThat(PlateNumber.read(sent)).isEmpty();
        assertThat(PlateNumber.absent(sent)).isFalse();
    }

    @Test
    void masksAPlateAndNotThatThereIsNone() {
        assertThat(PlateNumber.masked("浙AD12345")).isEqualTo("浙A***45");
        assertThat(PlateNumber.masked("浙A")).isEqualTo("***");
        assertThat(PlateNumber.masked("")).isEqualTo("***");
        assertThat(PlateNumber.masked("无牌车20261123001")).isEqualTo("无牌车");
        assertThat(PlateNumber.read("浙A12345").orElseThrow()).hasToString("浙A***45");
    }
}
