/** UnionPay's plate payment as the other side: one address, an operation by TransId. Shares no code with the adapter. */
package cn.citybrain.parking.onboarding.simulator.unionpay;
