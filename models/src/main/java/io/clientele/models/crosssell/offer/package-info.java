/**
 * Offers: products that a customer does not have yet, ranked by what similar histories hold; and
 * the ones he buys regularly, when they are due.
 *
 * <p>References: Steck, Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019 (closed form
 * on the item-item Gram matrix); Deshpande and Karypis, Item-based top-N recommendation, ACM TOIS
 * 22(1), 2004; Li et al., A Next Basket Recommendation Reality Check, TOIS 2023 (new products and
 * repeats are judged apart).
 */
package io.clientele.models.crosssell.offer;
