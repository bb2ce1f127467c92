/** Skills of data, mathematics and natural sciences; a line is a group, as in software.ts. */
export const DATA = `
SQL = Structured Query Language > PostgreSQL; MySQL; T-SQL; PL/SQL; SQLite
Databases = Database = Relational databases = Database management = DBMS > SQL; PostgreSQL; MySQL; MongoDB; Oracle Database; Database design
Database design = Data modelling = Database modelling = Schema design > Entity relationship diagrams; Normalisation of databases
PostgreSQL = Postgres
MySQL = MariaDB
Oracle Database = Oracle DB > PL/SQL
Microsoft SQL Server = MS SQL = MSSQL > T-SQL
SQLite
NoSQL = Non-relational databases > MongoDB; Redis; Cassandra database; DynamoDB
MongoDB = Mongo database
Redis
Elasticsearch = Elastic Stack = OpenSearch
Data analysis = Data analytics = Analytics = Analysing data > Statistical analysis; pandas; Exploratory data analysis; Excel data analysis; Google Analytics
Data science = Data scientist > Machine learning; Statistical analysis; Data visualisation; pandas; scikit-learn
Data engineering = Data pipelines > ETL; Apache Spark; Apache Airflow; Data warehousing
ETL = Extract transform load = Data integration
Data warehousing = Data warehouse > Snowflake warehouse; BigQuery; Amazon Redshift
Big data = Big data processing > Apache Spark; Hadoop; Apache Kafka
Apache Spark = PySpark = Spark SQL
Hadoop = Apache Hadoop
Apache Kafka = Kafka streaming
Data visualisation = Data viz = Visualising data > Tableau; Power BI; D3.js; Matplotlib; ggplot2
Power BI = Microsoft Power BI = PowerBI
Tableau = Tableau Desktop
D3.js = D3 visualisation
Business intelligence = BI reporting > Power BI; Tableau; Looker Studio
Data governance = Data quality management
Data cleaning = Data wrangling = Data preparation
Machine learning = ML = Statistical learning > Deep learning; scikit-learn; Supervised learning; Neural networks; TensorFlow; PyTorch
Deep learning = Neural networks = Artificial neural networks > TensorFlow; PyTorch; Keras; Convolutional neural networks
TensorFlow > Keras
PyTorch
scikit-learn = sklearn
Artificial intelligence = AI = Künstliche Intelligenz = KI > Machine learning; Deep learning; Natural language processing; Computer vision; Generative AI
Generative AI = GenAI = Large language models = LLM > Prompt engineering
Prompt engineering = Prompt design
Natural language processing = NLP = Computational linguistics
Computer vision = Image recognition > OpenCV
MLOps = Machine learning operations
Recommender systems = Recommendation systems
Time series analysis = Forecasting
A/B testing = Split testing = Online experiments
Statistics = Statistical analysis = Applied statistics > Regression analysis; Hypothesis testing; Bayesian statistics; Biostatistics
Regression analysis = Linear regression
Hypothesis testing = Significance testing
Bayesian statistics = Bayesian inference
SPSS = IBM SPSS
Mathematics = Maths = Math > Calculus; Linear algebra; Discrete mathematics; Statistics
Calculus = Differential and integral calculus
Linear algebra = Matrix algebra
Discrete mathematics = Discrete maths > Graph theory; Combinatorics
Operations research = Mathematical optimisation > Linear programming
Geographic information systems = GIS > QGIS; ArcGIS
QGIS
ArcGIS
Remote sensing = Satellite image analysis
Bioinformatics = Computational biology
Laboratory techniques = Lab techniques > PCR technique; Chromatography; Microscopy
Chemistry = Chemical analysis > Organic chemistry; Analytical chemistry
Physics = Applied physics > Thermodynamics; Mechanics of materials
Biology = Life sciences > Genetics; Microbiology; Ecology
Research methods = Research methodology > Literature review; Qualitative research; Quantitative research; Survey design
Qualitative research = Qualitative methods > Interviewing users; Focus groups
Quantitative research = Quantitative methods > Survey design; Statistical analysis
Survey design = Questionnaire design
Academic writing = Scientific writing > Literature review; LaTeX typesetting
LaTeX typesetting = LaTeX
Spreadsheets = Spreadsheet modelling > Microsoft Excel; Google Sheets
Microsoft Excel = Excel! = MS Excel > Pivot tables; Excel VBA
Google Sheets
Excel VBA = VBA = Visual Basic for Applications
Web scraping = Data scraping
Information retrieval = Search engines
`;
