/** Test vehicles, the check of a lot's record, deductions and refunds. The only place that moves money. */
package cn.citybrain.parking.onboarding.deduction;
