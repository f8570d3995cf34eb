# docker build --tag news-scrape . && docker run --rm --volume "$PWD:/blog" news-scrape fetch sina/china
# The mounted folder is the one in which the program runs: a blog, or any folder that shall have posts/.
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && mkdir prefix && npm install --global --prefix prefix --ignore-scripts --no-audit --no-fund "$(npm pack --ignore-scripts --silent)"

FROM node:22-alpine
COPY --from=build /build/prefix /usr/local
RUN install -d -o node -g node /blog
USER node
WORKDIR /blog
VOLUME /blog
ENTRYPOINT ["news-scrape"]
CMD ["--help"]
