package cn.citybrain.parking.onboarding.audit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which numbers in people's sentences auditors have to ask for. */
class PrivateNumbersTest {

    @Test
    void telephonesAndIdCardsAreHidden() {
        assertThat(PrivateNumbers.hidden("联系 13857100001 或 0571-88000022，身份证 33010619800101001X"))
                .isEqualTo("联系 138****0001 或 0571-****0022，身份证 330***********001X");
        assertThat(PrivateNumbers.hidden(null)).isEmpty();
    }

    @Test
    void bankCardsAreHiddenAndNumbersAsPeopleWriteThem() {
        assertThat(PrivateNumbers.hidden("卡号6222020000000000，6222 0212 0000 1234 567，旧身份证330106800101001"))
                .isEqualTo("卡号622*********0000，622************4567，旧身份证330********1001");
        assertThat(PrivateNumbers.hidden("+8613857100001、86 138 5710 0001、138-5710-0001、0571 88000022"))
                .isEqualTo("+86138****0001、86 138****0001、138****0001、0571 ****0022");
    }

    @Test
    void passportsAndPermitsAreHidden() {
        assertThat(PrivateNumbers.hidden("护照 E12345678 已换，通行证号：H10402667；居留证 CAN110010812310，H1040266701"))
                .isEqualTo("护照 E******78 已换，通行证号：H******67；居留证 C************10，H********01");
        String sentence = "证件有效期至 20301130，申请 WX202611220007，车位 H12";
        assertThat(PrivateNumbers.hidden(sentence)).isEqualTo(sentence);
    }

    @Test
    void daysAndTimesAreNot() {
        String sentence = "2026-11-30 2026-12-01，2026-11-30 04:11:17，20261130";
        assertThat(PrivateNumbers.hidden(sentence)).isEqualTo(sentence);
    }

    @Test
    void billsAndOrdersAreNot() {
        String sentence = "账单 33010200010120261130030439B1，交易号 4231754588419807275413116978，金额 5.00 元";
        assertThat(PrivateNumbers.hidden(sentence)).isEqualTo(sentence);
    }
}
