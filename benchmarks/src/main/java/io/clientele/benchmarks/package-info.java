/** What a comparison in one run needs beside the commands of the product. */
package io.clientele.benchmarks;
