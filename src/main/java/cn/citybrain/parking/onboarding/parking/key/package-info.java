/** Who a lot is: access keys, signature and cipher of its messages, its user at the broker. Knows no call. */
package cn.citybrain.parking.onboarding.parking.key;
