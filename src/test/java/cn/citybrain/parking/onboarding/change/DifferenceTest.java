package cn.citybrain.parking.onboarding.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void namesWhatDiffersInTheOrderOfTheQuestions() {
        var fields = new Difference()
                .field("名称", "甲", "乙")
                .field("地址", "同", "同")
                .field("泊位数", 12, 13)
                .field("联系人", null, "林")
                .fields();

        assertThat(fields)
                .containsExactly(
                        new ChangedField("名称", "甲", "乙"),
                        new ChangedField("泊位数", "12", "13"),
                        new ChangedField("联系人", "", "林"));
    }

    @Test
    void takesMissingAndEmptyForTheSame() {
        assertThat(new Difference().field("联系人", null, "").fields()).isEmpty();
    }

    @Test
    void hidesTheMiddleOfNumbersAndStillSaysThatTheyChanged() {
        assertThat(new Difference().number("联系电话", "13800000001", "13800000002").fields())
                .containsExactly(new ChangedField("联系电话", "138****0001", "138****0002"));
        assertThat(new Difference().number("联系电话", "13812340001", "13856780001").fields())
                .as("the part that differs is hidden")
                .hasSize(1);
        assertThat(Difference.hidden("95588")).isEqualTo("*****");
    }
}
