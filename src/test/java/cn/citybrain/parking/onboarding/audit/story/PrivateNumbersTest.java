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
    void billsAndOrdersAreNot() {
        String sentence = "账单 33010200010120261130030439B1，交易号 4231754588419807275413116978，金额 5.00 元";
        assertThat(PrivateNumbers.hidden(sentence)).isEqualTo(sentence);
    }
}
