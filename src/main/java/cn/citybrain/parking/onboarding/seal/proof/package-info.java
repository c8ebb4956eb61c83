/** Whether everything is still as the product left it: the chain, its seals, and every row that they are about. Reads in pages, while nodes run, and changes nothing but that facts which wait are chained. */
package cn.citybrain.parking.onboarding.seal.proof;
